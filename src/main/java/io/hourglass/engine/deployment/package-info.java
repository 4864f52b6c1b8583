/**
 * What may be deployed, and what the expressions of a model see: the delegates' beans and nothing else, so that a model
 * that is deployed by others runs no code of its own (ADR 32).
 */
@NullMarked
package io.hourglass.engine.deployment;

import org.jspecify.annotations.NullMarked;
