package org.lethe.contracts.personal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** That everything in the package is what its name says. */
@AnalyzeClasses(
        packagesOf = PersonalData.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A record is neither a text itself nor, unless it says so, something to sort or to print. */
    @ArchTest
    static final ArchRule PERSONAL_DATA_IS_A_RECORD_HERE =
            classes()
                    .that()
                    .implement(PersonalData.class)
                    .should()
                    .beRecords()
                    .andShould()
                    .resideInAPackage("org.lethe.contracts.personal")
                    .andShould()
                    .notBeAssignableTo(Comparable.class)
                    .andShould()
                    .notBeAssignableTo(CharSequence.class);

    @ArchTest
    static final ArchRule RECORDS_HERE_ARE_PERSONAL_DATA =
            classes().that().areRecords().should().implement(PersonalData.class);
}
