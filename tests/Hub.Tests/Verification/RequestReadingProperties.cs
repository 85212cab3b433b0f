using System.Text;
using CsCheck;
using HealthBao.Hub.Verification;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>The quick reading of a request is the strict one, only quicker.</summary>
public sealed class RequestReadingProperties
{
    private static readonly Gen<string> Value = Gen.OneOf(
        "\"120000\"", "\"110000\"", "\"airport\"", "\"other\"", "\"\"", "\"eyJ.a.b\"", "\"\\u0061\"", "\"\\ud800\"", "\"张\"", "null", "7", "{}", "[]", "\"0120000\"", "\"12000\"", "\"" + "1" + "\"", "true", "\"\\n\"");

    private static readonly Gen<string> Name = Gen.OneOf("pass", "destination", "scene", "holder", "p\\u0061ss", "Pass", "", "\\ud800", "scene ");

    private static readonly Gen<string> Member = Gen.Select(Name, Value, Gen.OneOf(":", " : ", "", "::"), Gen.Int[0, 20], (name, value, colon, odd) => $"\"{name}\"{(odd == 0 ? colon : ":")}{value}");

    private static readonly Gen<string> Body = Gen.Select(
        Member.Array[0, 5], Gen.OneOf("", "", "", "", " ", "x", ",", "{}", "\n", "\0", "\ufeff"), Gen.OneOf("", "", "", "", "\ufeff", " ", "//"), Gen.OneOf("{", "{", "{", "{", "["),
        (members, after, before, open) => $"{before}{open}{string.Join(',', members)}}}{after}");

    private static readonly Gen<string> Sound = Gen.Select(
        Gen.OneOf("\"eyJ.a.b\"", "\"a\"", "\"p\\u0061\""), Gen.OneOf("120000", "110000", "x"), Gen.OneOf("", ",\"scene\":\"airport\"", ",\"scene\":\"pub\""), Gen.OneOf("", " ", ",\"more\":1"),
        (pass, destination, scene, more) => $$"""{"pass":{{pass}},"destination":"{{destination}}"{{scene}}{{more}}}""");

    [Fact]
    public void What_is_read_quickly_is_read_alike_strictly() => Gen.OneOf(Body, Sound).Sample(body => AreAlike(Encoding.UTF8.GetBytes(body)), iter: 20_000);

    [Fact]
    public void Bytes_of_any_kind_are_read_alike() => Gen.Select(Sound, Gen.Byte, Gen.Int[0, 200], (body, value, at) =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        bytes[at % bytes.Length] = value;
        return bytes;
    }).Sample(AreAlike, iter: 20_000);

    private static bool AreAlike(byte[] body)
    {
        var quick = VerificationRequest.ReadUsual(body);
        var strict = VerificationRequest.ReadStrictly(body, out var faulty);
        if (strict is null && faulty!.Faults.Count == 0) return false;
        return quick is null
            || (strict is not null && quick.Pass.AsSpan().SequenceEqual(strict.Pass)
                && (quick.Destination, quick.Scene, quick.Holder) == (strict.Destination, strict.Scene, strict.Holder));
    }
}
