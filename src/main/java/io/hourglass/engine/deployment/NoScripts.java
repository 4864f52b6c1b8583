package io.hourglass.engine.deployment;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** There is no engine for any language of scripts, in models and in decision tables. */
class NoScripts extends DefaultScriptEngineResolver {

    NoScripts() {
        super(new ScriptEngineManager());
    }

    @Override
    public @Nullable ScriptEngine getScriptEngine(String language, boolean fromCache) {
        return null;
    }
}
