// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cookiesfield.h"

#include "ui/plaintext.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QToolButton>

namespace gleaner
{

CookiesField::CookiesField(QWidget *parent)
    : QWidget(parent)
    , m_said(new QLabel)
    , m_choose(new QToolButton)
    , m_forget(new QToolButton)
{
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_choose->setText(tr("C&hoose…"));
    m_choose->setAccessibleName(tr("Choose Cookies"));
    m_choose->setToolTip(tr("A cookies.txt, as add-ons of browsers write it: for pages that are "
                            "seen only by who is signed in. It is not stored."));
    m_choose->setFocusPolicy(Qt::StrongFocus);
    m_forget->setIcon(QIcon::fromTheme(QStringLiteral("edit-clear")));
    m_forget->setAccessibleName(tr("No Cookies"));
    m_forget->setToolTip(tr("Begin without cookies"));
    m_forget->setFocusPolicy(Qt::StrongFocus);
    connect(m_choose, &QToolButton::clicked, this, &CookiesField::choose);
    connect(m_forget, &QToolButton::clicked, this, &CookiesField::forget);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_said, 1);
    row->addWidget(m_choose);
    row->addWidget(m_forget);
    setFocusProxy(m_choose);
    setAccessibleName(m_choose->accessibleName());
    m_forget->hide();
    show(tr("none"));
}

CookiesField::~CookiesField() = default;

void CookiesField::show(const QString &text)
{
    m_said->setText(text);
    m_choose->setAccessibleDescription(text);
}

void CookiesField::choose()
{
    const QString name = QStringLiteral("cookies");
    if (findChild<QFileDialog *>(name))
        return;
    auto *dialog = new QFileDialog(this, tr("Cookies of a Browser"), QDir::homePath());
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CookiesField::read);
    dialog->open();
}

void CookiesField::forget()
{
    ++m_reading;
    m_cookies.clear();
    m_problem.clear();
    m_forget->hide();
    m_choose->setFocus();
    show(tr("none"));
    Q_EMIT edited();
}

void CookiesField::read(const QString &fileName)
{
    m_cookies.clear();
    m_problem = tr("The cookies are being read.");
    m_forget->show();
    show(visibleText(QFileInfo(fileName).fileName()));
    if (!m_thread)
        m_thread = std::make_unique<SerialThread>(QStringLiteral("cookies"));
    m_thread->door().post([this, fileName, number = ++m_reading, door = m_inbox.door()] {
        auto found = readCookiesFile(fileName);
        door.post([this, fileName, number, found = std::move(found)] {
            if (number == m_reading)
                take(fileName, found);
        });
    });
    Q_EMIT edited();
}

void CookiesField::take(
    const QString &fileName, std::variant<std::vector<Cookie>, NoCookiesFile> read)
{
    m_problem.clear();
    if (const auto *wrong = std::get_if<NoCookiesFile>(&read)) {
        m_problem = noCookiesText(*wrong, fileName);
    } else {
        m_cookies = std::get<std::vector<Cookie>>(std::move(read));
        show(tr("%Ln cookie(s) from \"%1\"", nullptr, int(m_cookies.size()))
                 .arg(visibleText(QFileInfo(fileName).fileName())));
    }
    Q_EMIT edited();
}

QString noCookiesText(const NoCookiesFile &wrong, const QString &fileName)
{
    const QString shown = visibleText(fileName);
    if (!wrong.unread.isEmpty())
        return CookiesField::tr("The cookies in \"%1\" cannot be read: %2.")
            .arg(shown, visibleText(wrong.unread));
    if (wrong.line > 0)
        return CookiesField::tr("Line %2 of the cookies in \"%1\" holds no cookie.")
            .arg(shown, QString::number(wrong.line));
    return CookiesField::tr("\"%1\" is not a cookies.txt file, such as curl and browsers' add-ons "
                            "write.")
        .arg(shown);
}

} // namespace gleaner
