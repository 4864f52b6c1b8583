package io.hourglass.portal.input;

import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;

@DisplayName("Client input is never a fault, and changes nothing when it is refused: on H2")
@DirtiesContext
class ClientInputOnH2Test extends ClientInput {}
