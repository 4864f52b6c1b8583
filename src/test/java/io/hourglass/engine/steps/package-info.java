@NullMarked
package io.hourglass.engine.steps;

import org.jspecify.annotations.NullMarked;
