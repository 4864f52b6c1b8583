package io.hourglass.operations.process;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever is done to processes, on H2")
class ReconciliationOnH2Test extends Reconciliation {}
