package io.hourglass.access.web;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2")
class ActionsAgainstClosesOnH2Test extends ActionsAgainstCloses {}
