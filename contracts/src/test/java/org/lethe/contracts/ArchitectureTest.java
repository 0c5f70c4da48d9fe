package org.lethe.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.lethe.contracts.personal.PersonalData;
import org.lethe.house.HouseRules;

@AnalyzeClasses(
        packages = "org.lethe.contracts",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule noEventHoldsPersonalData =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("org.lethe.contracts.event..")
                    .and()
                    .doNotHaveModifier(JavaModifier.STATIC)
                    .should(notBePersonal());

    private static ArchCondition<JavaField> notBePersonal() {
        return new ArchCondition<>("not be personal data") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(PersonalData.class))) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is personal data"));
                }
            }
        };
    }
}
