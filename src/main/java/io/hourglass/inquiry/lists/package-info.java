/**
 * Many inquiries as people read them: those of a buyer, those of a supplier, those to which a reply is owed.
 */
@NamedInterface("lists")
@NullMarked
package io.hourglass.inquiry.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
