package io.hourglass.access.callers;

import io.hourglass.audit.actions.CurrentActor;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class CurrentCaller implements CurrentActor {

    @Override
    public Optional<String> acts() {
        return Callers.current().map(Caller::name);
    }
}
