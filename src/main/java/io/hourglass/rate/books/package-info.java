/**
 * What is booked: the days, of each case its verdict entries, and the ports by which a track has its cases judged, its
 * days told apart and its subjects known. It does not know how a case is judged.
 */
@NamedInterface("books")
@NullMarked
package io.hourglass.rate.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
