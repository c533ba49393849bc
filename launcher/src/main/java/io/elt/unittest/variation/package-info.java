/**
 * Stream equals batch: what a stream leaves in the end must not depend on how its input happened to arrive. Out of one case
 * this package makes other runs that a real source could have delivered as well, compares what they leave, and shrinks a
 * difference to the smallest input that shows it.
 *
 * <p>A false accusation costs more than a bug that is missed, so only what a source is known to do is varied:
 *
 * <ul>
 *   <li><b>Order within an input.</b> Changes of one key keep their order, for a topic and a lake keep them in one partition
 *       or bucket; changes of different keys do not. The two halves of an update stay together. An append-only input
 *       without a key promises no order at all. A changelog without a key promises nothing that can be checked, so it keeps
 *       the order in which it is written.
 *   <li><b>Event time.</b> Whether an event is late is part of what the case says. So an event and a watermark keep their
 *       order if the watermark has reached the event's time, whether the event comes before it (and is in time) or after
 *       it (and is late); otherwise they are free. A row of a table that declares {@code WATERMARK FOR t AS t - d} is a
 *       watermark for others too. Watermarks keep their order among themselves.
 *   <li><b>Order between inputs.</b> None: they are read by different tasks. Each has its own watermark, and a later operator
 *       follows the slower one, so no interleaving makes an event late.
 *   <li><b>Repetition.</b> A topic may hold a change again after a producer's retry. That is varied for inputs with a key
 *       only: two equal rows without a key may well be two things, and no query could tell. A changelog of a lake never
 *       repeats.
 *   <li><b>Checkpoints and restarts.</b> A checkpoint may fall between any two events, and the job may fail at any time. What
 *       came after the last checkpoint is delivered again, and what was written after it is undone.
 *   <li><b>Time that passes.</b> Between two events passes what lies between their own times. State that expires by then is
 *       state that was still needed if the result changes.
 *   <li><b>Batch.</b> Each input is what its changes leave. What Flink cannot execute as a batch is skipped, and said.
 * </ul>
 *
 * <p>An order is a linear extension of the partial order that these rules give. A few that are far from what is written, and
 * from each other, find more than many at random: see {@link io.elt.unittest.variation.Variations}.
 *
 * <p>Floating sums depend on the order in the last digits, which is no difference. A row that is chosen by arrival among
 * equals is one: the next run chooses another.
 */
package io.elt.unittest.variation;
