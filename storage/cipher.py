"""Documents at rest: AES-256-GCM under the first of a list of keys, readable with any of them."""

from __future__ import annotations

import os
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
NAME_BYTES = 4
PLAIN = b"0"
SEALED = b"1"


class Unreadable(Exception):
    """A stored document cannot be read with the keys at hand."""


class BadKey(ValueError):
    """A key that is not 32 bytes in URL-safe base64."""


@dataclass(frozen=True)
class Cipher:
    """Turns documents to bytes at rest and back.

    At rest: one byte that says how it is kept, then the document itself, or its key's name, the nonce and the
    sealed document. So plain and sealed documents, and several keys, can lie side by side during a move.
    """

    first: bytes | None
    keys: Mapping[bytes, AESGCM]

    def seal(self, document: bytes) -> bytes:
        """The document under the first key, or plain and marked so where there is no key."""
        if self.first is None:
            return PLAIN + document
        nonce = os.urandom(NONCE_BYTES)
        return SEALED + self.first + nonce + self.keys[self.first].encrypt(nonce, document, self.first)

    def unseal(self, stored: bytes) -> bytes:
        """The document again. Raises `Unreadable` where its key is missing or the bytes were changed."""
        if stored[:1] == PLAIN:
            return stored[1:]
        name = stored[1 : 1 + NAME_BYTES]
        key = self.keys.get(name)
        if key is None:
            raise Unreadable("a stored document was encrypted with a key that is not among the keys")
        start = 1 + NAME_BYTES + NONCE_BYTES
        try:
            return key.decrypt(stored[1 + NAME_BYTES : start], stored[start:], name)
        except InvalidTag:
            raise Unreadable("a stored document is damaged") from None


def cipher(keys: Sequence[str]) -> Cipher:
    """The cipher of these keys: the first one seals, all of them unseal. Raises `BadKey`."""
    parsed = {_name(raw): AESGCM(raw) for raw in map(_parsed, keys)}
    return Cipher(next(iter(parsed), None), parsed)


def new_key() -> str:
    """A fresh key as settings take it: 44 characters."""
    return urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def _parsed(key: str) -> bytes:
    try:
        raw = b64decode(key.strip(), altchars=b"-_", validate=True)
    except ValueError:
        raw = b""
    if len(raw) != KEY_BYTES:
        raise BadKey("a key is 32 bytes in URL-safe base64: make one with `python -m bot rotate-key --new`")
    return raw


def _name(raw: bytes) -> bytes:
    return sha256(b"name of a key" + raw).digest()[:NAME_BYTES]
