// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulesform.h"

#include "ui/flowlayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QtMath>

#include <algorithm>

namespace gleaner
{

static QString patternHelp()
{
    return RulesForm::tr("One pattern a line, for the whole address. * stands for anything, ? for "
                         "one character: *.pdf, */archive/*");
}

RulesForm::RulesForm(QWidget *parent)
    : QWidget(parent)
    , m_scope(new QComboBox)
    , m_hasDepth(new QCheckBox(tr("At most")))
    , m_depth(new QSpinBox)
    , m_extensions(new QLineEdit)
    , m_include(makePatterns(tr("Only addresses like")))
    , m_exclude(makePatterns(tr("No addresses like")))
{
    m_scope->addItem(tr("the start address's folder"), int(ScopeKind::Folder));
    m_scope->addItem(tr("this site"), int(ScopeKind::Host));
    m_scope->addItem(tr("all sites of this domain"), int(ScopeKind::Domain));
    m_scope->addItem(tr("any site"), int(ScopeKind::Any));
    m_scope->setAccessibleName(tr("Follow pages of"));
    m_scope->setToolTip(tr("Which pages are followed. What a page needs to be shown may come from "
                           "anywhere."));
    connect(m_scope, &QComboBox::currentIndexChanged, this, &RulesForm::edited);

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Follow pages of:"), m_scope);
    form->addRow(tr("&Depth:"), makeDepth());
    form->addRow(tr("Keep:"), makeTypes());
    form->addRow(tr("&Only addresses like:"), m_include);
    form->addRow(tr("&No addresses like:"), m_exclude);
    m_include->setPlaceholderText(tr("any"));
    m_exclude->setPlaceholderText(QStringLiteral("*/archive/*\n*.iso"));
    setRules({});
}

QWidget *RulesForm::makeDepth()
{
    m_depth->setRange(0, 10'000);
    m_depth->setAccessibleName(tr("Clicks from the start address"));
    m_hasDepth->setAccessibleName(tr("Limit the depth"));
    m_hasDepth->setToolTip(tr("What a page needs to be shown is not counted."));
    connect(m_hasDepth, &QCheckBox::toggled, m_depth, &QWidget::setEnabled);
    connect(m_hasDepth, &QCheckBox::toggled, this, &RulesForm::edited);
    connect(m_depth, &QSpinBox::valueChanged, this, &RulesForm::edited);

    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->addWidget(m_hasDepth);
    line->addWidget(m_depth);
    line->addWidget(new QLabel(tr("clicks from the start address")), 1);
    return row;
}

QWidget *RulesForm::makeTypes()
{
    const QStringList names{tr("&Pages"), tr("&Images"), tr("&Styles"), tr("S&cripts"),
        tr("Fon&ts"), tr("&Media"), tr("Doc&uments"), tr("&Archives"), tr("Oth&er")};
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    auto *types = new FlowLayout(3);
    column->addLayout(types);
    for (const QString &name : names) {
        auto *type = new QCheckBox(name);
        connect(type, &QCheckBox::toggled, this, &RulesForm::edited);
        types->addWidget(type);
        m_types.push_back(type);
    }
    m_types.front()->setToolTip(tr("Pages are read for their links in any case."));

    m_extensions->setAccessibleName(tr("And files that end in"));
    m_extensions->setPlaceholderText(tr("pdf, iso"));
    m_extensions->setLayoutDirection(Qt::LeftToRight);
    connect(m_extensions, &QLineEdit::textEdited, this, &RulesForm::edited);
    auto *more = new QLabel(tr("and files t&hat end in:"));
    more->setBuddy(m_extensions);
    auto *line = new QHBoxLayout;
    line->addWidget(more);
    line->addWidget(m_extensions, 1);
    column->addLayout(line);
    return box;
}

QPlainTextEdit *RulesForm::makePatterns(const QString &name)
{
    auto *patterns = new QPlainTextEdit;
    patterns->setAccessibleName(name);
    patterns->setToolTip(patternHelp());
    patterns->setTabChangesFocus(true);
    patterns->setLineWrapMode(QPlainTextEdit::NoWrap);
    patterns->setLayoutDirection(Qt::LeftToRight);
    const int edges = 2 * (patterns->frameWidth() + qCeil(patterns->document()->documentMargin()));
    patterns->setMinimumHeight(2 * fontMetrics().lineSpacing() + edges);
    patterns->setMaximumHeight(5 * fontMetrics().lineSpacing());
    connect(patterns, &QPlainTextEdit::textChanged, this, &RulesForm::edited);
    return patterns;
}

static QString patternsText(const QByteArrayList &patterns)
{
    return QString::fromUtf8(patterns.join('\n'));
}

static QByteArrayList patternsOf(const QPlainTextEdit *field)
{
    QByteArrayList patterns;
    for (const QString &line : field->toPlainText().split(u'\n')) {
        if (const QString pattern = line.trimmed(); !pattern.isEmpty())
            patterns.append(pattern.toUtf8());
    }
    return patterns;
}

void RulesForm::setRules(const CrawlRules &rules)
{
    m_scope->setCurrentIndex(m_scope->findData(int(rules.scope)));
    m_hasDepth->setChecked(rules.depth.has_value());
    m_depth->setEnabled(rules.depth.has_value());
    m_depth->setValue(rules.depth.value_or(CrawlJob().depth.value_or(0)));
    for (size_t type = 0; type < m_types.size(); ++type)
        m_types[type]->setChecked(
            rules.types.isEverything() || rules.types.types.contains(FileType(type)));
    QByteArrayList extensions = rules.types.extensions.values();
    std::ranges::sort(extensions);
    m_extensions->setText(QString::fromUtf8(extensions.join(", ")));
    m_include->setPlainText(patternsText(rules.include));
    m_exclude->setPlainText(patternsText(rules.exclude));
    m_hosts = rules.hosts;
}

CrawlRules RulesForm::rules() const
{
    CrawlRules rules;
    rules.scope = ScopeKind(m_scope->currentData().toInt());
    rules.depth = m_hasDepth->isChecked() ? std::optional(m_depth->value()) : std::nullopt;
    rules.include = patternsOf(m_include);
    rules.exclude = patternsOf(m_exclude);
    rules.hosts = m_hosts;
    const bool isEverything = std::ranges::all_of(m_types, &QCheckBox::isChecked);
    for (size_t type = 0; type < m_types.size() && !isEverything; ++type) {
        if (m_types[type]->isChecked())
            rules.types.types.insert(FileType(type));
    }
    for (const QString &word : m_extensions->text().split(u',')) {
        QString extension = word.trimmed().toLower();
        if (extension.startsWith(u'.'))
            extension.remove(0, 1);
        if (!extension.isEmpty() && !isEverything)
            rules.types.extensions.insert(extension.toUtf8());
    }
    return rules;
}

bool RulesForm::keepsNothing() const
{
    const bool isNone = std::ranges::none_of(m_types, &QCheckBox::isChecked);
    return isNone && rules().types.isEverything();
}

} // namespace gleaner
