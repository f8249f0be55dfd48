// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxyaddress.h"
#include "ui/cautionform.h"
#include "ui/folderfield.h"
#include "ui/preferencespage.h"
#include "ui/requestform.h"
#include "ui/rulesform.h"
#include "ui/savingform.h"
#include "ui/workersbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>
#include <iterator>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Preferences)
};

/// The system's, and those that the program has words in.
QStringList languages()
{
    QStringList found{QString()};
    for (QString name : QDir(QStringLiteral(":/translations"))
                            .entryList({QStringLiteral("gleaner_*.qm")}, QDir::Files, QDir::Name))
        found.append(name.remove(QStringLiteral("gleaner_")).remove(QStringLiteral(".qm")));
    return found;
}

/// Each in its own words.
QStringList languageNames()
{
    QStringList names;
    for (const QString &language : languages())
        names.append(language.isEmpty() ? Pages::tr("as in the system")
                                        : QLocale(language).nativeLanguageName());
    return names;
}

class GeneralPage : public PreferencesPage
{
public:
    GeneralPage()
        : PreferencesPage(Pages::tr("General"))
        , m_language(addChoice(
              Pages::tr("&Language:"), languageNames(), Pages::tr("From the next start on.")))
        , m_onClose(addChoice(Pages::tr("When the window is &closed:"),
              {Pages::tr("ask while something runs"), Pages::tr("stop all downloads and quit"),
                  Pages::tr("go on in the tray")},
              Pages::tr("What is stopped can be continued. Without a tray it is asked.")))
        , m_whenFinished(addChoice(Pages::tr("When all is &finished:"),
              {Pages::tr("do nothing"), Pages::tr("show the folder"), Pages::tr("quit Gleaner")},
              Pages::tr("After the last download has ended by itself.")))
    {
        finish();
    }
    void show(const Preferences &values) override
    {
        const qsizetype place = languages().indexOf(values.language);
        m_language->setCurrentIndex(int(qMax<qsizetype>(place, 0)));
        m_onClose->setCurrentIndex(int(values.onClose));
        m_whenFinished->setCurrentIndex(int(values.whenFinished));
    }
    void read(Preferences &values) const override
    {
        values.language = languages().value(m_language->currentIndex());
        values.onClose = OnClose(m_onClose->currentIndex());
        values.whenFinished = WhenFinished(m_whenFinished->currentIndex());
    }

private:
    QComboBox *m_language;
    QComboBox *m_onClose;
    QComboBox *m_whenFinished;
};

class DownloadsPage : public PreferencesPage
{
public:
    DownloadsPage()
        : PreferencesPage(Pages::tr("Downloads"))
        , m_folder(new FolderField)
        , m_workers(new WorkersBox)
        , m_atOnce(new QSpinBox)
        , m_rules(new RulesForm)
        , m_caution(new CautionForm)
    {
        m_folder->field()->setPlaceholderText(Pages::tr("Your folder for downloads"));
        m_folder->setAccessibleName(Pages::tr("Folder for downloads"));
        connect(m_folder, &FolderField::edited, this, &PreferencesPage::edited);
        connect(m_folder, &FolderField::chosen, this, &PreferencesPage::edited);
        connect(m_workers, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
        m_workers->setAccessibleName(Pages::tr("Workers of a new download"));
        m_atOnce->setRange(1, Preferences::mostAtOnce);
        connect(m_atOnce, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
        connect(m_rules, &RulesForm::edited, this, &PreferencesPage::edited);
        add(Pages::tr("&Save in:"), m_folder,
            Pages::tr("Each site gets a folder of its own there."));
        add(Pages::tr("&Workers:"), m_workers, Pages::tr("Of a new download; 1 to 64."));
        add(Pages::tr("Downloads at &once:"), m_atOnce,
            Pages::tr("The others wait until one has ended."));
        add(m_rules);
        add(m_caution);
        finish();
    }
    void show(const Preferences &values) override
    {
        m_folder->setFolder(values.folder);
        m_workers->setValue(values.workers);
        m_atOnce->setValue(values.atOnce);
        m_rules->setRules(values.options.rules);
        m_caution->setOptions(values.options);
    }
    void read(Preferences &values) const override
    {
        values.folder = m_folder->folder();
        values.workers = m_workers->value();
        values.atOnce = m_atOnce->value();
        values.options.rules = m_rules->rules();
        m_caution->read(values.options);
    }
    QString problem() const override
    {
        if (!m_folder->folder().isEmpty() && QDir::isRelativePath(m_folder->folder()))
            return Pages::tr("Write the folder in full, beginning with \"/\", or choose one.");
        return m_rules->keepsNothing() ? Pages::tr("Choose at least one kind of file to keep.")
                                       : QString();
    }

private:
    FolderField *m_folder;
    WorkersBox *m_workers;
    QSpinBox *m_atOnce;
    RulesForm *m_rules;
    CautionForm *m_caution;
};

class NetworkPage : public PreferencesPage
{
public:
    NetworkPage()
        : PreferencesPage(Pages::tr("Network"))
        , m_proxy(new QLineEdit)
        , m_requests(new RequestForm)
    {
        m_proxy->setPlaceholderText(Pages::tr("as in the system's settings"));
        m_proxy->setLayoutDirection(Qt::LeftToRight);
        connect(m_proxy, &QLineEdit::textEdited, this, &PreferencesPage::edited);
        connect(m_requests, &RequestForm::edited, this, &PreferencesPage::edited);
        add(Pages::tr("&Proxy:"), m_proxy,
            Pages::tr("For every request, such as http://proxy:3128 or socks5://proxy:1080."));
        add(m_requests);
        finish();
    }
    void show(const Preferences &values) override
    {
        m_proxy->setText(values.proxy);
        m_requests->setOptions(values.requests);
    }
    void read(Preferences &values) const override
    {
        values.proxy = m_proxy->text().trimmed();
        values.requests = m_requests->options();
    }
    QString problem() const override
    {
        const QString proxy = m_proxy->text().trimmed();
        const auto read = readProxyAddress(proxy);
        if (!proxy.isEmpty() && !read)
            return Pages::tr("A proxy has an address with a port, such as http://proxy:3128 or "
                             "socks5://proxy:1080.");
        if (read && (!read->user().isEmpty() || !read->password().isEmpty()))
            return Pages::tr("Leave the proxy's name and password out: they are not stored here.");
        return m_requests->problem();
    }

private:
    QLineEdit *m_proxy;
    RequestForm *m_requests;
};

class FilesPage : public PreferencesPage
{
public:
    FilesPage()
        : PreferencesPage(Pages::tr("Files"))
        , m_saving(new SavingForm)
    {
        add(m_saving);
        finish();
    }
    void show(const Preferences &values) override { m_saving->setOptions(values.options); }
    void read(Preferences &values) const override { m_saving->read(values.options); }

private:
    SavingForm *m_saving;
};

} // namespace

std::vector<PreferencesPage *> makePreferencesPages()
{
    std::vector<PreferencesPage *> pages{
        new GeneralPage, new DownloadsPage, new NetworkPage, new FilesPage};
    std::ranges::copy(makeDesktopPages(), std::back_inserter(pages));
    return pages;
}

} // namespace gleaner
