// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrules.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace gleaner
{

/// Which addresses are wanted: scope, depth, patterns, types. Owned by its dialog; a form without
/// a will of its own.
class RulesForm : public QWidget
{
    Q_OBJECT

public:
    explicit RulesForm(QWidget *parent = nullptr);

    void setRules(const CrawlRules &rules);
    CrawlRules rules() const;
    /// Nothing would be kept.
    bool keepsNothing() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeDepth();
    QWidget *makeTypes();
    QPlainTextEdit *makePatterns(const QString &name);

    QComboBox *m_scope;
    QCheckBox *m_hasDepth;
    QSpinBox *m_depth;
    std::vector<QCheckBox *> m_types; ///< by FileType
    HostChoices m_hosts; ///< have a panel of their own
    QLineEdit *m_extensions;
    QPlainTextEdit *m_include;
    QPlainTextEdit *m_exclude;
};

} // namespace gleaner
