package io.hourglass.operations.process;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The running system on H2")
class RunningSystemOnH2Test extends RunningSystem {}
