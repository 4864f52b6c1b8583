package io.hourglass;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.time.UtcColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immutables.value.Generated;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

@DisplayName("The laws of the house")
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hourglass");

    private static final Path DOCUMENT = Path.of("docs/architecture.md");

    private static final String[] PURE = {
        "io.hourglass.kernel..",
        "io.hourglass.sla..",
        "io.hourglass.inquiry.judging..",
        "io.hourglass.inquiry.policy",
        "io.hourglass.chat.judging..",
        "io.hourglass.chat.policy",
        "io.hourglass.chat.abnormal",
        "io.hourglass.chat.diagnosis"
    };

    private static final DescribedPredicate<JavaClass> SPRING_BUT_FOR_MODULE_MARKS =
            JavaClass.Predicates.resideInAPackage("org.springframework..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.springframework.modulith")));

    /** A builder that Immutables makes of a record is no file (ADR 64). */
    private static final DescribedPredicate<JavaClass> A_FILE =
            DescribedPredicate.not(CanBeAnnotated.Predicates.annotatedWith(Generated.class));

    @Test
    @DisplayName("a module uses only what its package-info allows, and of another module only the face")
    void modules() {
        ApplicationModules.of(Hourglass.class).verify();
    }

    @Test
    @DisplayName("no module uses one of a higher floor, or allows itself to")
    void arrows() {
        classes()
                .that()
                .resideInAPackage("io.hourglass.*..")
                .should(Arrows.GO_DOWN)
                .because("where a lower floor needs something of a higher one, it declares a port")
                .check(MAIN);
    }

    @Test
    @DisplayName("the table of modules in the document is made of what their package-infos say (-Ddocument=write)")
    void documented() throws IOException {
        var made = Arrows.table(ApplicationModules.of(Hourglass.class));
        var document = Files.readAllLines(DOCUMENT);
        var begin = document.indexOf(made.get(0));
        assertThat(begin).isPositive();
        var end = begin;
        while (document.get(end).startsWith("|")) {
            end++;
        }
        if ("write".equals(System.getProperty("document"))) {
            document.subList(begin, end).clear();
            document.addAll(begin, made);
            Files.write(DOCUMENT, document);
        } else {
            assertThat(document.subList(begin, end)).isEqualTo(made);
        }
    }

    @Test
    @DisplayName("there is no cycle of packages")
    void noCycles() {
        slices().matching("io.hourglass.(**)")
                .should()
                .beFreeOfCycles()
                .because("what lies in a cycle can only be understood, tested and changed as one")
                .check(MAIN);
    }

    @Test
    @DisplayName("the root of a module holds at most sixteen files, its package-info among them")
    void smallRoots() {
        var roots = MAIN.that(A_FILE).stream()
                .filter(type -> type.isTopLevelClass() && type.getPackageName().matches("io\\.hourglass\\.\\w+"))
                .collect(groupingBy(JavaClass::getPackageName));
        var all = roots.values().stream()
                .flatMap(List::stream)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        var open = all.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        System.out.printf("%d of %d types in the roots of modules are public%n", open, all.size());
        assertThat(roots)
                .hasSizeGreaterThan(15)
                .allSatisfy((root, types) -> assertThat(types).as(root).hasSizeLessThanOrEqualTo(16));
    }

    @Test
    @DisplayName("Camunda's types appear in process packages and in the engine, nowhere else")
    void camundaBehindItsFence() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hourglass.*.process..", "io.hourglass.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("the fence is also the way out: a move to another engine touches these packages alone")
                .check(MAIN);
    }

    @Test
    @DisplayName("kernel, sla and the judge know no Spring and no Camunda")
    void pureWords() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(
                        SPRING_BUT_FOR_MODULE_MARKS.or(JavaClass.Predicates.resideInAPackage("org.camunda..")))
                .because("the judge is a pure function, and an oracle can check it without starting anything")
                .check(MAIN);
    }

    @Test
    @DisplayName("kernel, sla and the judge know no JDBC, but for the one form of an instant in a column")
    void pureOfSql() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .and()
                .doNotBelongToAnyOf(UtcColumn.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("verdicts come from facts, not from rows")
                .check(MAIN);
    }

    @Test
    @DisplayName("only the engine's clock reads the machine's time")
    void oneClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(SettableClock.class)
                .should()
                .accessTargetWhere(MachineTime.IS_READ)
                .because("time comes from one injected java.time.Clock, which a test and a replay can set")
                .check(MAIN);
    }

    @Test
    @DisplayName("nothing is called common, util, helper, service, manager, dto, impl, model or base")
    void tellingNames() {
        classes()
                .should(Names.SAY_WHAT_A_THING_IS)
                .because("such a name says nothing, and what says nothing collects everything")
                .check(MAIN);
    }

    @Test
    @DisplayName("every package says in its package-info what it is, and is null-marked")
    void packagesIntroduceThemselves() {
        classes()
                .should(Names.LIVE_IN_A_PACKAGE_THAT_INTRODUCES_ITSELF)
                .because("a newcomer reads the package-info first")
                .check(MAIN);
    }

    @Test
    @DisplayName("adapters are nobody else's business: in jdbc, process and web nothing is public but what models call")
    void hiddenAdapters() {
        classes()
                .that()
                .resideInAnyPackage("io.hourglass.*.jdbc..", "io.hourglass.*.process..", "io.hourglass.*.web..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("DueInstants")
                .and()
                .doNotHaveSimpleName("OfferExpiry")
                .and()
                .doNotHaveSimpleName("ChatInstants")
                .should()
                .notBePublic()
                .because("a feature's root package is its face; the expressions of a model reach public classes only")
                .check(MAIN);
    }

    @Test
    @DisplayName("no two views of the API share a name: its description would take one for the other")
    void namesOfViews() {
        var views = MAIN.stream()
                .filter(type -> type.isRecord() && type.getPackageName().endsWith(".web"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(views).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("no result is read as a stream: it would hold its connection until somebody closes it")
    void listsNotStreams() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("outside a transaction an unclosed stream takes its connection out of the pool for good")
                .check(MAIN);
    }

    @Test
    @DisplayName("a use case has at most seven collaborators")
    void fewCollaborators() {
        classes()
                .that()
                .areAnnotatedWith(Component.class)
                .should(Sizes.HAVE_FEW_COLLABORATORS)
                .because("what needs more does more than one thing")
                .check(MAIN);
    }

    @Test
    @DisplayName("a record of more than six values that is made in more than one place is made by name")
    void wideRecords() {
        classes()
                .that()
                .areRecords()
                .should(Sizes.BE_MADE_BY_POSITION_IN_ONE_PLACE_AT_MOST)
                .because("a reader counts commas, and two ids that change places compile")
                .check(MAIN);
    }
}
