using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.Hub.Tests.Partners;

/// <summary>A partner's web server with its key document, over TLS by a certificate authority of its own.</summary>
public sealed class FakeKeyHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private FakeKeyHost(WebApplication app, string authority) => (this.app, Authority) = (app, authority);

    /// <summary>The PEM file of the authority.</summary>
    public string Authority { get; }

    public int Asked => asked;

    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("no keys yet");

    public Uri Address => new($"https://localhost:{new Uri(app.Urls.First()).Port}/jwks.json");

    public static async Task<FakeKeyHost> StartAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=a partner's authority", key, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        // The handshake looks at the machine's clock, whatever a test's clock says.
        using var authority = root.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var path = Path.Combine(Directory.CreateTempSubdirectory("keys-").FullName, "authority.pem");
        await File.WriteAllTextAsync(path, authority.ExportCertificatePem());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = Certificate(authority);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var host = new FakeKeyHost(builder.Build(), path);
        host.app.Run(http =>
        {
            Interlocked.Increment(ref host.asked);
            return host.Answer(http);
        });
        await host.app.StartAsync();
        return host;
    }

    public void Publish(params SigningKey[] keys) => Answer = http => http.Response.WriteAsync(PartnerKeySet.ToJson(keys.Select(k => PartnerKey.Of(k.Jwk))));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }
}
