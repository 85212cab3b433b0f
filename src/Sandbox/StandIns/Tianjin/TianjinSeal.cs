using System.Security.Cryptography;
using System.Text;
using HealthBao.Adapters.Regions.Tianjin;

namespace HealthBao.Sandbox.StandIns.Tianjin;

/// <summary>Verifies a form as the open platform does: known application, fresh timestamp, RSA2 signature.</summary>
internal sealed class TianjinSeal(TianjinStandInSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public TianjinRefusal? Check(IReadOnlyDictionary<string, string> form)
    {
        foreach (var name in new[] { "method", "app_id", "charset", "sign_type", "timestamp", "biz_content", "sign" })
            if (string.IsNullOrEmpty(form.GetValueOrDefault(name)))
                return TianjinRefusal.Missing;

        if (form["app_id"] != settings.AppId) return TianjinRefusal.Invalid("app-id");
        if (form["charset"] != "utf-8") return TianjinRefusal.Invalid("charset");
        if (form["sign_type"] != "RSA2") return TianjinRefusal.Invalid("signature-type");
        if (!TianjinTime.TryRead(form["timestamp"], out var sent) || (clock.GetUtcNow() - sent).Duration() > Window)
            return TianjinRefusal.Invalid("timestamp");
        return Verifies(form) ? null : TianjinRefusal.Invalid("signature");
    }

    private bool Verifies(IReadOnlyDictionary<string, string> form)
    {
        var signature = new byte[1024];
        if (!Convert.TryFromBase64String(form["sign"], signature, out var length)) return false;
        var pairs = form.Where(p => p.Key != "sign").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}");
        using var rsa = RSA.Create();
        rsa.ImportFromPem(settings.PublicKeyPem);
        return rsa.VerifyData(
            Encoding.UTF8.GetBytes(string.Join('&', pairs)), signature.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
