/**
 * What the planner does not say and users pay for: rules, each a small class that looks at the whole checked project and
 * tells its findings at the place that the author wrote. How much a rule matters is the project's decision, so a rule
 * only says what it recommends; {@link io.elt.rules.RuleBook} applies levels and allowances.
 */
package io.elt.rules;
