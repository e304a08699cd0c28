"""Telling senders apart without keeping anybody's network address."""

import hmac
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# A household or a village shares a prefix; the last bits would single out a device.
_PREFIX = {4: 24, 6: 48}


def sender_hash(address: str) -> str:
    """Return the keyed digest of the network (/24 or /48) that `address` lies in; one for all that aren't addresses."""
    return hmac.new(settings.COMMENT_HASH_KEY.encode(), _network(address).encode(), sha256).hexdigest()


def address_of(request: HttpRequest) -> str:
    """Return the reader's address as our outermost proxy saw it; what a sender adds to the header isn't believed."""
    proxies = settings.PORTAL_TRUSTED_PROXIES
    if proxies:
        forwarded = [address.strip() for address in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(forwarded) >= proxies and forwarded[-proxies]:
            return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")


def _network(address: str) -> str:
    try:
        ip = ip_address(address.strip())
    except ValueError:
        return "unknown"
    if isinstance(ip, IPv6Address):
        # A zone (fe80::1%eth0) says which wire of ours it was, nothing of the sender.
        ip = ip.ipv4_mapped or IPv6Address(int(ip))
    return str(ip_network((ip, _PREFIX[ip.version]), strict=False))
