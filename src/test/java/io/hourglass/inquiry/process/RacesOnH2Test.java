package io.hourglass.inquiry.process;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2")
class RacesOnH2Test extends Races {}
