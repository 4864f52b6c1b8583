/**
 * What follows a judgement: wakes the process, tells buyer and supplier, and brings processes that have strayed back to what
 * the judge says. Start at {@link io.hourglass.inquiry.steps.CaseCourse}.
 */
@NullMarked
package io.hourglass.inquiry.steps;

import org.jspecify.annotations.NullMarked;
