package io.hourglass.engine.deployment;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Expressions that see a process's variables and the delegates' beans; nothing else has a name there. */
class DelegateExpressions extends JuelExpressionManager {

    private final DelegateBeans delegates;

    DelegateExpressions(DelegateBeans delegates) {
        this.delegates = delegates;
    }

    @Override
    protected ELResolver createElResolver() {
        var known = new CompositeELResolver();
        known.add(new VariableScopeElResolver());
        known.add(new VariableContextElResolver());
        known.add(delegates);
        return known;
    }
}
