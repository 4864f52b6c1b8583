package io.hourglass.engine.deployment;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * A model is looked through before anything of it is loaded: of the engine's extensions it may use those that are listed
 * here, by which it names beans, and no script. So no class, script, connector, shell task or form comes with a model.
 */
class CodelessBpmn extends BpmnParse {

    private static final Set<String> ELEMENTS = Set.of(
            "executionListener", "taskListener", "in", "out", "properties", "property", "failedJobRetryTimeCycle");
    private static final Set<String> ATTRIBUTES = Set.of(
            "asyncAfter",
            "asyncBefore",
            "businessKey",
            "calledElementBinding",
            "candidateGroups",
            "delegateExpression",
            "dueDate",
            "event",
            "exclusive",
            "historyTimeToLive",
            "local",
            "name",
            "source",
            "sourceExpression",
            "target",
            "value",
            "variables");
    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Set<String> LANGUAGES = Set.of("language", "scriptFormat");

    CodelessBpmn(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        check(getRootElement());
        if (hasErrors()) {
            throwExceptionForErrors();
        }
        super.parseRootElement();
    }

    private void check(Element element) {
        var extension = isExtension(element.getUri());
        if (extension ? !ELEMENTS.contains(element.getTagName()) : SCRIPTS.contains(element.getTagName())) {
            refuse(element.getTagName(), element);
        }
        element.attributes().forEach(name -> checkAttribute(name, extension, element));
        element.elements().forEach(this::check);
    }

    /** @param name with its namespace before a colon, if it has one */
    private void checkAttribute(String name, boolean ofExtension, Element element) {
        var colon = name.lastIndexOf(':');
        var local = name.substring(colon + 1);
        var extension = colon < 0 ? ofExtension : isExtension(name.substring(0, colon));
        if (extension ? !ATTRIBUTES.contains(local) : LANGUAGES.contains(local)) {
            refuse(local, element);
        }
    }

    private static boolean isExtension(@Nullable String namespace) {
        return namespace != null
                && (namespace.equals(CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri())
                        || namespace.equals(CAMUNDA_BPMN_EXTENSIONS_NS.getAlternativeUri()));
    }

    private void refuse(String name, Element element) {
        addError(name + " is not allowed in a model: what runs is a bean, named by a delegateExpression", element);
    }
}
