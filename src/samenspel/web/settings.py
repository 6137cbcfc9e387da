"""Django settings. What differs per installation comes from the table in `environment.py`."""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from samenspel.web.environment import folder, read, switched_on
from samenspel.web.production import is_production, refuse_unsafe_start

WEB = Path(__file__).resolve().parent
VAR = folder("SAMENSPEL_VAR")
PRODUCTION = is_production(read("SAMENSPEL_MODE"))

SECRET_KEY = read("SAMENSPEL_SECRET_KEY")
DEBUG = switched_on("SAMENSPEL_DEBUG")
ALLOWED_HOSTS = read("SAMENSPEL_HOSTS").split(",")
WRAPPING_KEYS = read("SAMENSPEL_KEY")
WRAPPING_KEY_FILE = None if PRODUCTION else VAR / "key"
PROXIES = int(read("SAMENSPEL_PROXIES"))
AUDIT_ANCHOR_FILE = read("AUDIT_ANCHOR_FILE")
PORT = int(read("SAMENSPEL_PORT"))
LISTEN = read("SAMENSPEL_LISTEN")

if PRODUCTION:
    refuse_unsafe_start(
        secret=SECRET_KEY, debug=DEBUG, wrapping_keys=WRAPPING_KEYS, hosts=ALLOWED_HOSTS
    )

INSTALLED_APPS = [
    # Ours first, so that our templates stand before those of allauth.
    "samenspel.web.base",
    "samenspel.web.vault",
    "samenspel.web.accounts",
    "samenspel.web.audit",
    "samenspel.web.partners",
    "samenspel.web.meetings",
    "samenspel.web.agenda",
    "samenspel.web.figures",
    "samenspel.web.cases",
    "samenspel.web.maps",
    "samenspel.web.desk",
    "samenspel.web.demonstration",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # adds a random length, against BREACH
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samenspel.web.base.middleware.private_pages",
    "samenspel.web.accounts.middleware.who_acts",
]

ROOT_URLCONF = "samenspel.web.urls"
ASGI_APPLICATION = "samenspel.web.asgi.application"
CSRF_FAILURE_VIEW = "samenspel.web.base.kept.csrf_failure"
FORM_RENDERER = "samenspel.web.base.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "samenspel.web.desk.navigation.for_every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "samenspel.web.base.templatetags.samenspel",
            ],
        },
    }
]

# Databases: the data, and the key store apart from it (docs/decisions/0002).
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def _database(url: str, file_name: str) -> dict[str, object]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / file_name,
            "OPTIONS": SQLITE_OPTIONS,
        }
    return {
        **dj_database_url.parse(url),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # the pool keeps connections; PostgreSQL may have restarted
        "OPTIONS": _postgres_options(url),
    }


def _postgres_options(url: str) -> dict[str, object]:
    return {**dj_database_url.parse(url).get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": 8}}


DATABASES = {
    "default": _database(read("DATABASE_URL"), "samenspel.sqlite3"),
    "keys": _database(read("KEYSTORE_URL"), "keys.sqlite3"),
}
DATABASE_ROUTERS = ["samenspel.web.vault.router.KeyStoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# No file of anybody lies on a disk, not for a moment either: above 2.5 MB it is not taken in.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# Limits on signing in are counted in the database, so that every process counts along.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "samenspel.web.accounts.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "samenspel.web.accounts.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "samenspel.web.accounts.forms.SignInForm",
    "change_password": "samenspel.web.accounts.forms.OtherPasswordForm",
}
ACCOUNT_RATE_LIMITS = {"login": "100/m/ip", "login_failed": "10/m/ip,5/5m/key", "join": "30/5m/ip"}
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
MFA_SUPPORTED_TYPES = [
    *(["totp", "recovery_codes"] if switched_on("SAMENSPEL_TOTP") else []),
    *(["webauthn"] if switched_on("SAMENSPEL_PASSKEYS") else []),
]
MFA_PASSKEY_LOGIN_ENABLED = switched_on("SAMENSPEL_PASSKEYS")
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "municipality",
                "name": "Municipality",
                "client_id": read("SAMENSPEL_OIDC_CLIENT"),
                "secret": read("SAMENSPEL_OIDC_SECRET"),
                "settings": {"server_url": read("SAMENSPEL_OIDC_SERVER")},
            }
        ]
        if read("SAMENSPEL_OIDC_SERVER")
        else [],
    }
}

# Language and time
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [WEB / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# Files: built by `node frontend/build.mjs`, served by Starlette (see asgi.py).
STATIC_URL = "/static/"
STATIC_BUILD = WEB / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "samenspel.web.base.assets.BuiltFiles"},
}

# Security
SESSION_COOKIE_AGE = 10 * 60 * 60  # a working day
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_SECURE = PRODUCTION
SECURE_SSL_REDIRECT = False  # the proxy does; health checks come over plain HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "samenspel": {"level": "INFO"},
        "django.request": {"level": "ERROR"},  # that somebody may not come in is in the audit log
    },
}

# Pages
PAGE_SIZE = 50
