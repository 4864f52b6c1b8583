/**
 * The settings, for operations: accounts, keys, policies, suppliers, erasure; auditors read them and make auditors' accounts. No
 * rule lives here: the use cases have them, pages say which one was broken, beside the field.
 */
@NullMarked
package io.hourglass.portal.settings;

import org.jspecify.annotations.NullMarked;
