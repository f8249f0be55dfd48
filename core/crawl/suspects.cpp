// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/suspects.h"

#include "core/discover/ascii.h"

#include <QByteArrayList>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstring>

namespace gleaner
{

namespace
{

/// A login or an excuse is shorter than this; an article about logins hardly is.
constexpr qsizetype littleText = 3000;
/// Titles stand near the beginning.
constexpr qsizetype headSize = 64 * 1024;
constexpr qsizetype longestTitle = 300;

constexpr int mostSame = 12;
constexpr qint64 smallPage = 200;
constexpr qsizetype mostPages = 200'000;

/// What stands in a tag, or behind it, cannot hide its end: '>' in a value is rare, and costs only
/// some text too many.
struct Look {
    qsizetype text = 0; ///< bytes that are shown, without spaces
    bool asksForPassword = false;
};

bool isPasswordField(QByteArrayView tag)
{
    if (!ascii::startsWith(tag, "input"))
        return false;
    const QByteArray lowered =
        tag.first(std::min<qsizetype>(tag.size(), 1000)).toByteArray().toLower();
    return lowered.contains("type=\"password\"") || lowered.contains("type='password'")
        || lowered.contains("type=password");
}

/// The position behind the end tag of an element whose content is not shown.
qsizetype behindHidden(QByteArrayView bytes, qsizetype at, QByteArrayView name)
{
    for (qsizetype end = bytes.indexOf("</", at); end >= 0; end = bytes.indexOf("</", end + 2)) {
        if (ascii::startsWith(bytes.sliced(end + 2), name)) {
            const qsizetype closed = bytes.indexOf('>', end);
            return closed < 0 ? bytes.size() : closed + 1;
        }
    }
    return bytes.size();
}

/// Until there is more than little text.
Look lookAt(QByteArrayView bytes)
{
    Look look;
    qsizetype at = 0;
    while (at < bytes.size() && look.text <= littleText) {
        if (bytes[at] != '<') {
            look.text += bytes[at] > ' ' || bytes[at] < 0 ? 1 : 0;
            ++at;
            continue;
        }
        const QByteArrayView tag = bytes.sliced(at + 1);
        qsizetype end = -1;
        if (tag.startsWith("!--"))
            end = bytes.indexOf("-->", at + 4);
        else
            end = bytes.indexOf('>', at);
        if (end < 0)
            break;
        look.asksForPassword = look.asksForPassword || isPasswordField(tag.first(end - at - 1));
        at = end + 1;
        for (const QByteArrayView hidden : {QByteArrayView("script"), QByteArrayView("style"),
                 QByteArrayView("template"), QByteArrayView("title")}) {
            if (ascii::startsWith(tag, hidden))
                at = behindHidden(bytes, at, hidden);
        }
    }
    return look;
}

/// The title in lower case, one space between words; empty if there is none.
QByteArray titleOf(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min(bytes.size(), headSize));
    for (qsizetype at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
        if (head.sliced(at).startsWith("<!--")) {
            at = head.indexOf("-->", at + 4);
            if (at < 0)
                return {};
            continue;
        }
        if (!ascii::startsWith(head.sliced(at + 1), "title"))
            continue;
        const qsizetype begin = head.indexOf('>', at);
        const qsizetype end = begin < 0 ? -1 : head.indexOf('<', begin);
        if (end < 0 || end - begin > longestTitle)
            return {};
        return head.sliced(begin + 1, end - begin - 1).toByteArray().simplified().toLower();
    }
    return {};
}

/// "Example | Page not found" says two things.
QByteArrayList titleParts(QByteArray title)
{
    // In UTF-8: en and em dash, middle dot, guillemets.
    for (const char *line : {" - ", " | ", " :: ", ": ", " / ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
             " \xc2\xb7 ", " \xc2\xab ", " \xc2\xbb ", " &mdash; ", " &ndash; ", " &#8211; ",
             " &raquo; ", " &laquo; ", " &middot; "})
        title.replace(line, "\n");
    QByteArrayList parts = title.split('\n');
    for (QByteArray &part : parts) {
        part = part.trimmed();
        while (part.endsWith('.') || part.endsWith('!') || part.endsWith(')') || part.endsWith('('))
            part = part.chopped(1).trimmed();
    }
    return parts;
}

using Phrases = QSet<QByteArray>;

/// \x65 is an e that would otherwise belong to the number before it.
const Phrases &notFoundPhrases()
{
    static const Phrases phrases{"404", "404 not found", "404 error", "404 page not found",
        "404 file not found", "error 404", "http 404", "page not found", "file not found",
        "not found", "not found (404", "page not found (404", "404 (not found", "oops",
        "the page you requested was not found", "this page could not be found", "404 page",
        "seite nicht gefunden", "nicht gefunden", "404 nicht gefunden", "fehler 404",
        "page introuvable", "page non trouv\xc3\xa9\x65", "erreur 404",
        "p\xc3\xa1gina no encontrada", "no encontrado", "p\xc3\xa1gina n\xc3\xa3o encontrada",
        "pagina non trovata", "pagina niet gevonden", "niet gevonden", "nie znaleziono",
        "nie znaleziono strony", "str\xc3\xa1nka nenalezena", "sidan hittades inte",
        "siden blev ikke fundet", "sivua ei l\xc3\xb6ytynyt", "sayfa bulunamad\xc4\xb1",
        ("\xd1\x81\xd1\x82\xd1\x80\xd0\xb0\xd0\xbd\xd0\xb8\xd1\x86\xd0\xb0 \xd0\xbd\xd0\xb5 "
         "\xd0\xbd\xd0\xb0\xd0\xb9\xd0\xb4\xd0\xb5\xd0\xbd\xd0\xb0"),
        "\xe9\xa1\xb5\xe9\x9d\xa2\xe4\xb8\x8d\xe5\xad\x98\xe5\x9c\xa8",
        ("\xe3\x83\x9a\xe3\x83\xbc\xe3\x82\xb8\xe3\x81\x8c\xe8\xa6\x8b\xe3\x81\xa4\xe3\x81\x8b\xe3"
         "\x82\x8a\xe3\x81\xbe\xe3\x81\x9b\xe3\x82\x93")};
    return phrases;
}

const Phrases &loginPhrases()
{
    static const Phrases phrases{"login", "log in", "log-in", "sign in", "sign-in", "signin",
        "please log in", "please sign in", "login required", "authentication required",
        "log in to continue", "sign in to continue", "user login", "member login", "anmelden",
        "anmeldung", "einloggen", "bitte anmelden", "connexion", "se connecter", "identification",
        "iniciar sesi\xc3\xb3n", "inicio de sesi\xc3\xb3n", "iniciar sess\xc3\xa3o", "entrar",
        "accedi", "accesso", "inloggen", "aanmelden", "logga in", "logg inn", "log ind",
        "kirjaudu sis\xc3\xa4\xc3\xa4n", "logowanie", "zaloguj si\xc4\x99",
        "p\xc5\x99ihl\xc3\xa1\xc5\xa1\x65n\xc3\xad", "giri\xc5\x9f yap",
        "\xd0\xb2\xd1\x85\xd0\xbe\xd0\xb4", "\xd0\xb2\xd0\xbe\xd0\xb9\xd1\x82\xd0\xb8",
        "\xe7\x99\xbb\xe5\xbd\x95", "\xe7\x99\xbb\xe5\x85\xa5",
        "\xe3\x83\xad\xe3\x82\xb0\xe3\x82\xa4\xe3\x83\xb3"};
    return phrases;
}

const Phrases &consentPhrases()
{
    static const Phrases phrases{"before you continue", "consent", "your consent", "cookie consent",
        "we value your privacy", "your privacy", "cookie wall", "bevor sie fortfahren",
        "einwilligung", "zustimmung", "zustimmung erforderlich", "avant de continuer",
        "votre consentement", "antes de continuar", "prima di continuare", "voordat je verdergaat"};
    return phrases;
}

bool saysOneOf(const QByteArrayList &parts, const Phrases &phrases)
{
    return std::ranges::any_of(
        parts, [&](const QByteArray &part) { return phrases.contains(part); });
}

/// Does a segment of the path, or the host's first label, name it?
bool isNamed(const Address &address, const QByteArrayList &names)
{
    QByteArrayList segments = address.path().toByteArray().toLower().split('/');
    segments.append(address.host().toByteArray().toLower().split('.').first());
    return std::ranges::any_of(segments, [&](const QByteArray &segment) {
        const qsizetype dot = segment.lastIndexOf('.');
        return names.contains(dot > 0 ? segment.first(dot) : segment);
    });
}

bool isLoginAddress(const Address &address)
{
    static const QByteArrayList names{"login", "log-in", "log_in", "signin", "sign-in", "sign_in",
        "logon", "wp-login", "sso", "cas", "saml", "saml2", "oauth", "oauth2", "authorize", "auth",
        "authenticate", "anmelden", "anmeldung", "connexion", "userlogin", "accounts", "session"};
    return isNamed(address, names);
}

bool isConsentAddress(const Address &address)
{
    static const QByteArrayList names{"consent", "cookie-consent", "cookieconsent", "cookie-wall",
        "cookiewall", "privacy-wall", "privacywall", "gdpr", "dsgvo"};
    return isNamed(address, names);
}

bool isNotFoundAddress(const Address &address)
{
    const QByteArray path = address.path().toByteArray().toLower();
    return path.contains("404") || path.contains("not-found") || path.contains("notfound")
        || path.contains("not_found") || path.contains("error");
}

/// `?next=/where/it/was`: a page that is passed through.
bool leadsBack(const Address &address)
{
    static const QByteArrayList names{"next", "return", "return_to", "returnto", "returnurl",
        "return_url", "redirect", "redirect_to", "redirect_uri", "redirecturl", "redirect_url",
        "continue", "service", "target", "dest", "destination", "goto", "back", "backurl", "from",
        "relaystate", "samlrequest", "requested_url", "came_from", "r", "u"};
    return std::ranges::any_of(
        address.query().toByteArray().toLower().split('&'), [&](const QByteArray &pair) {
            const qsizetype equals = pair.indexOf('=');
            return equals > 0 && equals + 1 < pair.size() && names.contains(pair.first(equals));
        });
}

} // namespace

Suspicion suspicionOf(const SuspectPage &page)
{
    const bool wasSent = !page.cameFrom.isNull();
    const bool wasSentAside = wasSent && leadsBack(page.address);
    if (wasSentAside && isLoginAddress(page.address) && !isLoginAddress(page.cameFrom))
        return Suspicion::Login;
    if (wasSentAside && isConsentAddress(page.address) && !isConsentAddress(page.cameFrom))
        return Suspicion::Consent;

    const QByteArrayList parts = titleParts(titleOf(page.bytes));
    const bool saysNotFound =
        saysOneOf(parts, notFoundPhrases()) && !isNotFoundAddress(page.address);
    const bool saysLogin = saysOneOf(parts, loginPhrases());
    const bool saysConsent = saysOneOf(parts, consentPhrases()) && !isConsentAddress(page.address);
    const bool isElsewhere =
        wasSent ? !isLoginAddress(page.cameFrom) : !isLoginAddress(page.address);
    if (!saysNotFound && !saysConsent && !(saysLogin && isElsewhere))
        return Suspicion::None;
    const Look look = lookAt(page.bytes);
    if (look.text > littleText)
        return Suspicion::None;
    if (saysNotFound)
        return Suspicion::NotFound;
    if (saysLogin && isElsewhere && look.asksForPassword)
        return Suspicion::Login;
    // A page about consent has more to say, and nobody is sent to it.
    return saysConsent && wasSent ? Suspicion::Consent : Suspicion::None;
}

bool SamePages::add(const Address &address, const QByteArray &sha256, qint64 size)
{
    if (size < smallPage || sha256.size() < qsizetype(sizeof(quint64)))
        return false;
    quint64 key = 0;
    std::memcpy(&key, sha256.constData(), sizeof key);
    auto same = m_pages.find(key);
    if (same == m_pages.end()) {
        if (m_pages.size() >= mostPages)
            return false;
        same = m_pages.insert(key, {});
    }
    const size_t path = qHash(address.path().toByteArray());
    if (same->addresses > 0 && same->path == path)
        return same->addresses >= mostSame;
    same->path = path;
    same->addresses = quint16(std::min(same->addresses + 1, mostSame));
    return same->addresses >= mostSame;
}

} // namespace gleaner
