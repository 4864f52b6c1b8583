/**
 * The steps that processes take, recorded in the transactions in which they take them: of any model, without knowing one
 * (ADR 40). The engine's own history is off.
 */
@NullMarked
package io.hourglass.engine.steps;

import org.jspecify.annotations.NullMarked;
