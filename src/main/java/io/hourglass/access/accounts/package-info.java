/**
 * Accounts of people: who makes them, how they sign in, which passwords are taken; and those of the sample, which its start
 * page names.
 */
@NamedInterface("accounts")
@NullMarked
package io.hourglass.access.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
