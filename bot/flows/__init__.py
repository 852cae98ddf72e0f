"""The content: one module a flow, the cards, and the book that joins them with the domain."""
