"""How gunicorn serves the portal; `make serve` uses it too. Every value can be given on the command line instead."""

import os

# nginx speaks to it over a Unix socket, which systemd's RuntimeDirectory makes (portal.service).
bind = os.environ.get("GUNICORN_BIND", "unix:/run/portal/gunicorn.sock")
worker_class = "gthread"
# Two workers per core keep the cores busy while some wait for the database. WEB_CONCURRENCY overrides it.
workers = int(os.environ.get("WEB_CONCURRENCY", 2 * (os.cpu_count() or 1)))
threads = 4
# Longer than nginx keeps an idle connection (60 s), so that gunicorn never hangs up on a request under way.
keepalive = 75
timeout = 60
# The longest that gunicorn can allow. Longer addresses get its own bare answer, so keep as many as possible for ours.
limit_request_line = 8190
graceful_timeout = 30
# A worker makes room for a fresh one now and then, so that a slow leak never becomes an outage.
max_requests = 20_000
max_requests_jitter = 2_000
# Heartbeats on a disk that stalls would kill healthy workers.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 - memory, not a file of ours
accesslog = "-"
access_log_format = '%(t)s "%(r)s" %(s)s %(b)s %(M)sms id=%({x-request-id}i)s'
control_socket_disable = True
