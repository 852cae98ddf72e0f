"""What formal mentoring is: the road, its gates, its rhythm. Pure, and it knows no chat."""
