/**
 * People whom an identity provider names, and what its claims make of them.
 */
@NullMarked
package io.hourglass.access.oidc;

import org.jspecify.annotations.NullMarked;
