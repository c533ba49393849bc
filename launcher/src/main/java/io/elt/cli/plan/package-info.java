/**
 * How a plan is shown: one class per format over one {@link io.elt.cli.plan.PlanView}, so that none of them knows more of the
 * plan than the others.
 */
package io.elt.cli.plan;
