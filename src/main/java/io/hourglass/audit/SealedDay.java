package io.hourglass.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day whose books are closed.
 *
 * @param booksFrom the first day of the books: before it there was nothing
 * @param booksClose what was learned of up to then is in the books
 * @param publishedOn the date of the numbers that the day completed
 */
public record SealedDay(LocalDate day, LocalDate booksFrom, Instant booksClose, LocalDate publishedOn) {}
