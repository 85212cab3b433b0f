using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Adapters.Regions.Tianjin;
using HealthBao.Contracts.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions.Tianjin;

public sealed class TianjinSignatureTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 1, 1, 15, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_sign_verifies_over_the_sorted_pairs()
    {
        var form = await FormAsync();

        const string signed =
            """app_id=2020030100120000&biz_content={"city_code":"120000","cert_type":"PASSPORT","cert_no":"E1234567","user_name":"O'Brien 张"}"""
            + "&charset=utf-8&method=tj.healthcode.query&sign_type=RSA2&timestamp=2020-03-01 09:15:00";
        Assert.Equal(signed, TianjinSignature.Text(form));
        Assert.True(SampleKeys.Rsa.VerifyData(
            Encoding.UTF8.GetBytes(TianjinSignature.Text(form)), Convert.FromBase64String(form["sign"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task A_changed_pair_does_not_verify()
    {
        var form = await FormAsync();
        form["timestamp"] = "2020-03-01 09:15:01";

        Assert.False(SampleKeys.Rsa.VerifyData(
            Encoding.UTF8.GetBytes(TianjinSignature.Text(form)), Convert.FromBase64String(form["sign"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void What_is_no_private_key_is_refused(string pem) => Assert.Throws<ValidationException>(() => new TianjinSignature(pem));

    [Fact]
    public void A_public_key_is_refused() =>
        Assert.Throws<ValidationException>(() => new TianjinSignature(SampleKeys.Rsa.ExportSubjectPublicKeyInfoPem()));

    [Fact]
    public void A_short_key_is_refused()
    {
        using var rsa = RSA.Create(1024);
        Assert.Throws<ValidationException>(() => new TianjinSignature(rsa.ExportPkcs8PrivateKeyPem()));
    }

    private static async Task<Dictionary<string, string>> FormAsync()
    {
        await using var source = await ScriptedSource.StartAsync([]);
        using var http = new HttpClient();
        using var log = new RecordedLog();
        var adapter = new RegionFolder("Tianjin").Adapter(source.Address, http, new FakeTimeProvider(Now), log, "");
        Assert.True(PersonName.TryCreate("O'Brien 张", out var name));
        IdentityDocument.TryCreate(DocumentType.Passport, "E1234567", out var document);
        await adapter.AskByDocumentAsync(name!, document!, CancellationToken.None);
        var request = Assert.Single(source.Requests);
        Assert.Equal(("POST", "/gateway.do"), (request.Method, request.Path));
        return QueryHelpers.ParseQuery(request.Text).ToDictionary(p => p.Key, p => p.Value.ToString());
    }
}
