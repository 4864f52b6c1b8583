/**
 * What follows a judgement: brings the process of a consultation, its row and its entries in the books to what the judge says. Start
 * at {@link io.hourglass.chat.steps.ConsultationCourse}.
 */
@NullMarked
package io.hourglass.chat.steps;

import org.jspecify.annotations.NullMarked;
