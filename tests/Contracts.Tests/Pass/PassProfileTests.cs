using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Signed by a trusted key, sound as JSON, and yet not as the profile says.</summary>
public sealed class PassProfileTests
{
    [Theory]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":\"20260301-70112\"")]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":\"20260302-70111\"")]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":\"20260301-070111\"")]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":\"20260301-701111\"")]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":\"\"")]
    [InlineData("\"rid\":\"20260301-70111\"", "\"rid\":70111")]
    [InlineData("\"rid\":\"20260301-70111\",", "")]
    [InlineData("\"idx\":70111", "\"idx\":70112")]
    [InlineData("\"idx\":70111", "\"idx\":\"70111\"")]
    [InlineData("\"idx\":70111", "\"idx\":-1")]
    [InlineData("\"idx\":70111", "\"idx\":2147483648")]
    [InlineData("\"idx\":70111", "\"idx\":70111.0")]
    [InlineData("\"idx\":70111", "\"idx\":7.0111e4")]
    [InlineData("example/status/20260301", "example/status/20260302")]
    [InlineData("example/status/20260301", "example/status/20260301/")]
    [InlineData("example/status/20260301", "example/status/2026031")]
    [InlineData("example/status/20260301", "example/Status/20260301")]
    [InlineData("example/status/20260301", "example/status/")]
    [InlineData("https://beijing.healthbao.example/status", "https://tianjin.healthbao.example/status")]
    [InlineData("\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T09:00:01+08:00\"")]
    [InlineData("\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T01:00:00Z\"")]
    [InlineData("\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T01:00:00+00:00\"")]
    [InlineData("\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":\"2026-03-01T09:00:00.000+08:00\"")]
    [InlineData("\"start\":\"2026-03-01T09:00:00+08:00\"", "\"start\":1772326800")]
    [InlineData("\"end\":\"2026-03-02T00:00:00+08:00\"", "\"end\":\"2026-03-01T24:00:00+08:00\"")]
    [InlineData("\"end\":\"2026-03-02T00:00:00+08:00\"", "\"end\":\"2026-03-01T23:59:59+08:00\"")]
    [InlineData(",\"end\":\"2026-03-02T00:00:00+08:00\"", "")]
    [InlineData("\"exp\":1772380800", "\"exp\":1772380801")]
    [InlineData("\"exp\":1772380800", "\"exp\":\"1772380800\"")]
    [InlineData("\"exp\":1772380800", "\"exp\":1772326800")]
    [InlineData("\"exp\":1772380800,", "")]
    [InlineData("\"nbf\":1772326800,", "")]
    [InlineData("\"nbf\":1772326800", "\"nbf\":1772326801")]
    [InlineData("\"nbf\":1772326800", "\"nbf\":1772326800,\"iat\":1772326800")]
    [InlineData("\"nbf\":1772326800", "\"nbf\":1772326800,\"jti\":\"1\"")]
    [InlineData("\"nbf\":1772326800", "\"nbf\":1772326800,\"aud\":\"x\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-03-01T09:00:01+08:00\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-02-29T08:40:00+08:00\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-03-01T08:40:60+08:00\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-03-01 08:40:00+08:00\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\"", "\"issued\":\"2026-03-01\"")]
    [InlineData("\"issued\":\"2026-03-01T08:40:00+08:00\",", "")]
    [InlineData("\"no-abnormality\"", "\"not-held\"")]
    [InlineData("\"no-abnormality\"", "\"green\"")]
    [InlineData("\"no-abnormality\"", "\"No-Abnormality\"")]
    [InlineData("\"no-abnormality\"", "\"no-abnormality \"")]
    [InlineData("\"no-abnormality\"", "\"\"")]
    [InlineData("\"no-abnormality\"", "null")]
    [InlineData("\"no-abnormality\"", "\"home-observation\"")]
    [InlineData("\"no-abnormality\"", "\"central-observation\"")]
    [InlineData("CodeSystem/health-status", "CodeSystem/health-statu")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":\"\"")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":0")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":\"0 \"")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":\"\\u0000\"")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":\"012345678901234567890123456789012\"")]
    [InlineData("CodeSystem/beijing\",\"code\":\"0\"", "CodeSystem/beijing\",\"code\":\"0\",\"display\":\"未见异常\"")]
    [InlineData("https://healthbao.example/fhir/CodeSystem/beijing", "https://attacker.example/CodeSystem/beijing")]
    [InlineData("https://healthbao.example/fhir/CodeSystem/beijing", "")]
    [InlineData("{\"system\":\"https://healthbao.example/fhir/CodeSystem/beijing\",\"code\":\"0\"}", "{\"system\":\"https://healthbao.example/fhir/CodeSystem/beijing\",\"code\":\"0\"},{\"system\":\"x\",\"code\":\"y\"}")]
    [InlineData(",{\"system\":\"https://healthbao.example/fhir/CodeSystem/beijing\",\"code\":\"0\"}", "")]
    [InlineData("document/resident-id", "document/library-card")]
    [InlineData("document/resident-id", "document/Resident-Id")]
    [InlineData("11**************2X", "11010519491231002X")]
    [InlineData("11**************2X", "1***************2X")]
    [InlineData("11**************2X", "11**************2x")]
    [InlineData("11**************2X", "11***************2X")]
    [InlineData("11**************2X", "")]
    [InlineData("\"family\":\"张\"", "\"family\":\"张三\"")]
    [InlineData("\"family\":\"张\"", "\"family\":\"\"")]
    [InlineData("\"family\":\"张\"", "\"family\":\"*\"")]
    [InlineData("\"given\":[\"*\"]", "\"given\":[\"三\"]")]
    [InlineData("\"given\":[\"*\"]", "\"given\":[\"\"]")]
    [InlineData("\"given\":[\"*\"]", "\"given\":[]")]
    [InlineData("\"given\":[\"*\"]", "\"given\":[\"*\",\"*\"]")]
    [InlineData("\"given\":[\"*\"]", "\"given\":\"*\"")]
    [InlineData("\"family\":\"张\"", "\"family\":\"张\",\"text\":\"张三\"")]
    [InlineData("\"resourceType\":\"Patient\"", "\"resourceType\":\"Person\"")]
    [InlineData("\"resourceType\":\"Patient\"", "\"resourceType\":\"Patient\",\"birthDate\":\"1949-12-31\"")]
    [InlineData("\"resourceType\":\"Patient\"", "\"resourceType\":\"Patient\",\"id\":\"1\"")]
    [InlineData("\"resourceType\":\"Bundle\"", "\"resourceType\":\"Bundle\",\"meta\":{}")]
    [InlineData("\"type\":\"collection\"", "\"type\":\"batch\"")]
    [InlineData("\"status\":\"final\"", "\"status\":\"preliminary\"")]
    [InlineData("\"status\":\"final\"", "\"status\":\"final\",\"note\":[]")]
    [InlineData("\"code\":\"health-code-status\"", "\"code\":\"blood-group\"")]
    [InlineData("\"reference\":\"resource:0\"", "\"reference\":\"resource:1\"")]
    [InlineData("\"fullUrl\":\"resource:0\"", "\"fullUrl\":\"resource:2\"")]
    [InlineData("\"fhirVersion\":\"4.0.1\"", "\"fhirVersion\":\"4.3.0\"")]
    [InlineData("https://smarthealth.cards#health-card", "https://smarthealth.cards#immunization")]
    [InlineData("[\"https://smarthealth.cards#health-card\"]", "[]")]
    [InlineData("[\"https://smarthealth.cards#health-card\"]", "[\"https://smarthealth.cards#health-card\",\"https://smarthealth.cards#covid19\"]")]
    [InlineData("\"effectivePeriod\"", "\"effectiveDateTime\"")]
    [InlineData("\"status_list\"", "\"status_token\"")]
    public void What_differs_from_the_profile_does_not_conform(string sound, string faulty)
    {
        var claims = Forged.ClaimsWith(sound, faulty);
        foreach (var token in new[] { Forged.Api(claims), Forged.Card(claims) })
        {
            var verification = Checkpoint.Open.Verify(token);
            Assert.Equal((PassRejection.NotConformant, (PassChecks)0b1_1111), (verification.Rejection, verification.Checked));
            Assert.Null(verification.Statement);
        }
    }

    [Theory]
    [InlineData(HealthStatus.HomeObservation)]
    [InlineData(HealthStatus.CentralObservation)]
    public void Yellow_and_red_name_the_office_that_assigned_them(HealthStatus status)
    {
        var statement = MadeUpRegion.Beijing.Statement with { Status = status };
        Assert.Throws<ArgumentException>(() => PassSigner.Sign(statement, Forged.Region.DayKey));
        foreach (var office in new[] { "", " ", "朝阳 区", "\u0085", new string('办', 33) })
            Assert.Throws<ArgumentException>(() => PassSigner.Sign(statement with { Authority = office }, Forged.Region.DayKey));
        var named = statement with { Authority = new string('办', 32) };
        Assert.Equal(named, Checkpoint.Open.Verify(PassSigner.Sign(named, Forged.Region.DayKey).Card).Statement);
    }

    [Theory]
    [InlineData("{\"iss\":\"https://beijing.healthbao.example\",\"nbf\":1772326800,", "{\"nbf\":1772326800,\"iss\":\"https://beijing.healthbao.example\",")]
    [InlineData("{\"system\":\"https://healthbao.example/fhir/CodeSystem/beijing\",\"code\":\"0\"}", "{\"code\":\"0\",\"system\":\"https://healthbao.example/fhir/CodeSystem/beijing\"}")]
    [InlineData("{\"uri\":\"https://beijing.healthbao.example/status/20260301\",\"idx\":70111}", "{\"idx\":70111,\"uri\":\"https://beijing.healthbao.example/status/20260301\"}")]
    [InlineData("{\"given\":[\"*\"],\"family\":\"张\"}", "{\"family\":\"张\",\"given\":[\"*\"]}")]
    [InlineData("\"resourceType\":\"Bundle\",\"type\":\"collection\"", "\"type\":\"collection\",\"resourceType\":\"Bundle\"")]
    [InlineData("\"张\"", "\"\\u5f20\"")]
    [InlineData("\"iss\":\"https://beijing", "\"\\u0069ss\":\"https:\\/\\/beijing")]
    [InlineData("\"nbf\":1772326800", " \"nbf\" :\r\n\t1772326800 ")]
    [InlineData("\"2026-03-01T08:40:00+08:00\"", "\"2026-03-01T08:40:00\\u002b08:00\"")]
    [InlineData("\"20260301-70111\"", "\"20260301\\u002d70111\"")]
    [InlineData("example/status/20260301", "example\\/status\\/20260301")]
    [InlineData("document/resident-id", "document\\/resident-id")]
    [InlineData("\"no-abnormality\"", "\"no\\u002dabnormality\"")]
    [InlineData("\"*\"", "\"\\u002a\"")]
    public void The_order_of_members_and_the_way_of_writing_do_not_matter(string sound, string other)
    {
        var claims = Forged.ClaimsWith(sound, other);
        foreach (var token in new[] { Forged.Api(claims), Forged.Card(claims) })
            Assert.Equal(MadeUpRegion.Beijing.Statement, Checkpoint.Open.Verify(token).Statement);
    }
}
