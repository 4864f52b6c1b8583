/** What pages of several readers have in common of disputes: the form, what became of it, and the case that they are of. */
@NullMarked
package io.hourglass.portal.disputes;

import org.jspecify.annotations.NullMarked;
