/**
 * The pages of operations, which auditors read too: the running system at a glance, the models with what is on its way
 * through them, what has failed, and what was done about it. No rule lives here.
 */
@NullMarked
package io.hourglass.portal.operations;

import org.jspecify.annotations.NullMarked;
