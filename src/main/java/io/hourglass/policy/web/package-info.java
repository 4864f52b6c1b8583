/** The versions of every kind of policy in the API. */
@NullMarked
package io.hourglass.policy.web;

import org.jspecify.annotations.NullMarked;
