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
#include <QSystemTrayIcon>

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

class DesktopPage : public PreferencesPage
{
public:
    DesktopPage()
        : PreferencesPage(Pages::tr("Notifications and Tray"))
        , m_notifying(addChoice(Pages::tr("&Notify when a download ends:"),
              {Pages::tr("never"), Pages::tr("when the window is not in front"),
                  Pages::tr("always")},
              Pages::tr("One notification for each download, never one for each file.")))
        , m_taskbar(addSwitch(Pages::tr("Show progress in the task &bar"),
              Pages::tr("A number while links are still being found; a bar when all are known.")))
        , m_sleep(addSwitch(Pages::tr("Keep the computer &awake"),
              Pages::tr("While something is being downloaded it does not go to sleep by itself.")))
        , m_tray(addSwitch(Pages::tr("Show an icon in the &tray"),
              QSystemTrayIcon::isSystemTrayAvailable()
                  ? Pages::tr("It shows and hides the window.")
                  : Pages::tr("This desktop has no tray at the moment.")))
    {
        finish();
    }
    void show(const Preferences &values) override
    {
        m_notifying->setCurrentIndex(int(values.notifying));
        m_taskbar->setChecked(values.taskbar == TaskbarProgress::Shown);
        m_sleep->setChecked(values.sleep == SleepWhileRunning::Inhibited);
        m_tray->setChecked(values.trayIcon == TrayIcon::Shown);
    }
    void read(Preferences &values) const override
    {
        values.notifying = Notifying(m_notifying->currentIndex());
        values.taskbar = m_taskbar->isChecked() ? TaskbarProgress::Shown : TaskbarProgress::Hidden;
        values.sleep =
            m_sleep->isChecked() ? SleepWhileRunning::Inhibited : SleepWhileRunning::Allowed;
        values.trayIcon = m_tray->isChecked() ? TrayIcon::Shown : TrayIcon::Hidden;
    }

private:
    QComboBox *m_notifying;
    QCheckBox *m_taskbar;
    QCheckBox *m_sleep;
    QCheckBox *m_tray;
};

class AppearancePage : public PreferencesPage
{
public:
    AppearancePage()
        : PreferencesPage(Pages::tr("Appearance"))
        , m_density(addChoice(Pages::tr("&Rows:"),
              {Pages::tr("close together"), Pages::tr("with more room")},
              Pages::tr("In lists and in the tree.")))
        , m_units(addChoice(Pages::tr("&Sizes:"),
              {Pages::tr("in KiB, MiB and GiB"), Pages::tr("in kB, MB and GB")},
              Pages::tr("A KiB is 1,024 bytes, a kB 1,000.")))
    {
        finish();
    }
    void show(const Preferences &values) override
    {
        m_density->setCurrentIndex(int(values.density));
        m_units->setCurrentIndex(int(values.units));
    }
    void read(Preferences &values) const override
    {
        values.density = Density(m_density->currentIndex());
        values.units = SizeUnits(m_units->currentIndex());
    }

private:
    QComboBox *m_density;
    QComboBox *m_units;
};

class PrivacyPage : public PreferencesPage
{
public:
    PrivacyPage()
        : PreferencesPage(Pages::tr("Privacy"))
        , m_history(addSwitch(Pages::tr("Remember the last &addresses"),
              Pages::tr("20 of them are offered while you type. Without, they are forgotten now.")))
    {
        finish();
    }
    void show(const Preferences &values) override
    {
        m_history->setChecked(values.history == HistoryPolicy::Kept);
    }
    void read(Preferences &values) const override
    {
        values.history = m_history->isChecked() ? HistoryPolicy::Kept : HistoryPolicy::None;
    }

private:
    QCheckBox *m_history;
};

} // namespace

std::vector<PreferencesPage *> makePreferencesPages()
{
    return {new GeneralPage, new DownloadsPage, new NetworkPage, new FilesPage, new DesktopPage,
        new AppearancePage, new PrivacyPage};
}

} // namespace gleaner
