package io.hourglass.portal;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2")
class ReadsAgainstWritesOnH2Test extends ReadsAgainstWrites {}
