// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencespage.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Preferences)
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
              Pages::tr("It shows and hides the window, on desktops that have a tray.")))
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
        , m_passwords(addSwitch(Pages::tr("Offer to keep &passwords in the keyring"),
              Pages::tr("When you sign in to a site. Without, they are forgotten when Gleaner is "
                        "closed.")))
    {
        finish();
    }
    void show(const Preferences &values) override
    {
        m_history->setChecked(values.history == HistoryPolicy::Kept);
        m_passwords->setChecked(values.passwords == PasswordPolicy::Keyring);
    }
    void read(Preferences &values) const override
    {
        values.history = m_history->isChecked() ? HistoryPolicy::Kept : HistoryPolicy::None;
        values.passwords =
            m_passwords->isChecked() ? PasswordPolicy::Keyring : PasswordPolicy::SessionOnly;
    }

private:
    QCheckBox *m_history;
    QCheckBox *m_passwords;
};

} // namespace

std::vector<PreferencesPage *> makeDesktopPages()
{
    return {new DesktopPage, new AppearancePage, new PrivacyPage};
}

} // namespace gleaner
