/** Bulk import over HTTP. */
@NullMarked
package io.hourglass.imports.web;

import org.jspecify.annotations.NullMarked;
