/**
 * What each audience does on the pages, done in a real browser on the packaged program with its sample marketplace. A
 * message on the console, something that the content policy refuses, and a serious finding of axe each fail the test.
 */
@NullMarked
package io.hourglass.browser;

import org.jspecify.annotations.NullMarked;
