package org.lethe.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.personal.PersonalData;

/** The rules of the house, checked on the compiled classes of every module. */
class ArchitectureTest {
    private final JavaClasses suite = SuiteClasses.all();

    @Test
    void servicesDoNotImportEachOther() {
        slices().matching("org.lethe.(chat|presence|mail|file|gdpr)..")
                .namingSlices("$1")
                .should()
                .notDependOnEachOther()
                .check(suite);
    }

    @Test
    void sharedModulesDoNotImportServices() {
        String[] services = SuiteClasses.servicePackages();
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.lethe.contracts..",
                        "org.lethe.privacy..",
                        "org.lethe.runtime..",
                        "org.lethe.stack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(services)
                .check(suite);
        noClasses()
                .that()
                .resideInAPackage("org.lethe.contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.lethe.privacy..",
                        "org.lethe.runtime..",
                        "io.quarkus..",
                        "io.lettuce..")
                .check(suite);
        noClasses()
                .that()
                .resideInAPackage("org.lethe.privacy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lethe.runtime..", "io.quarkus..")
                .check(suite);
    }

    @Test
    void noEventHoldsPersonalData() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.lethe.contracts.event..")
                .and()
                .doNotHaveModifier(JavaModifier.STATIC)
                .should(notBePersonal())
                .check(suite);
    }

    /** A constructor checks nothing: what comes from outside goes through a factory. */
    @Test
    void onlyItsOwnPackageConstructsPersonalTexts() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lethe.contracts.personal")
                .should()
                .callConstructorWhere(
                        target(
                                owner(
                                        describe(
                                                "personal data of one text",
                                                ArchitectureTest::isPersonalText))))
                .check(suite);
    }

    @Test
    void noLogCallTakesPersonalData() {
        classes()
                .should(
                        new ArchCondition<JavaClass>("not hand personal data to a log") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                item.getMethodCallsFromSelf().stream()
                                        .filter(call -> isLog(call.getTargetOwner()))
                                        .filter(call ->
                                                call.getTarget().getRawParameterTypes().stream()
                                                        .anyMatch(ArchitectureTest::isPersonal))
                                        .forEach(call ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                item, call.getDescription())));
                            }
                        })
                .check(suite);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.lethe.privacy.log..", "org.lethe.stack..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "loggers that take any text",
                                type ->
                                        Stream.of(
                                                        "org.jboss.logging.Logger",
                                                        "org.slf4j.Logger",
                                                        "java.util.logging.Logger",
                                                        "io.quarkus.logging.Log")
                                                .anyMatch(name -> type.getName().equals(name))))
                .allowEmptyShould(true)
                .check(suite);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> described =
                suite.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .collect(java.util.stream.Collectors.toSet());
        List<String> silent =
                suite.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !described.contains(name))
                        .sorted()
                        .toList();
        org.assertj.core.api.Assertions.assertThat(silent)
                .as("packages without package-info.java")
                .isEmpty();
    }

    private static boolean isLog(JavaClass type) {
        return type.getPackageName().equals("org.lethe.privacy.log")
                || type.getSimpleName().equals("Logger");
    }

    private static boolean isPersonal(JavaClass type) {
        return assignableTo(PersonalData.class).test(type);
    }

    private static boolean isPersonalText(JavaClass type) {
        return isPersonal(type) && type.tryGetConstructor(String.class).isPresent();
    }

    private static ArchCondition<JavaField> notBePersonal() {
        return new ArchCondition<>("not be personal data") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(ArchitectureTest::isPersonal)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is personal data"));
                }
            }
        };
    }
}
