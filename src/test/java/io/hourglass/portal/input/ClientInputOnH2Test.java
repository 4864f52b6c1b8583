package io.hourglass.portal.input;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Client input is never a fault, and changes nothing when it is refused: on H2")
class ClientInputOnH2Test extends ClientInput {}
