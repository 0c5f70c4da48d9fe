package org.lethe.privacy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.lethe.contracts.personal.PersonalData;
import org.lethe.house.HouseRules;
import org.lethe.privacy.log.LogKey;

@AnalyzeClasses(
        packages = "org.lethe.privacy",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheNetwork =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.privacy.redis..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule noLogKeyTakesTextOrPersonalData =
            methods()
                    .that()
                    .areDeclaredIn(LogKey.class)
                    .and()
                    .haveName("of")
                    .should()
                    .notHaveRawParameterTypes(String.class)
                    .andShould()
                    .notHaveRawParameterTypes(Object.class)
                    .andShould()
                    .notHaveRawParameterTypes(PersonalData.class);
}
