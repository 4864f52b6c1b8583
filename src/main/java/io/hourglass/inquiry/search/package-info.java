/**
 * Finds inquiries and buyers by words that people type: of what is written in them, and of the names of those between whom they
 * are (ADR 55). Start at {@link io.hourglass.inquiry.search.SearchInquiries}.
 */
@NamedInterface("search")
@NullMarked
package io.hourglass.inquiry.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
