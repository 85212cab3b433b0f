using System.Text;
using System.Text.Json;
using CsCheck;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" \r\n\t{ }")]
    [InlineData("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":null}")]
    [InlineData("{\"a\":1,\"A\":1}")]
    [InlineData("{\"\":\"\\ud842\\udfb7 𠮷\"}")]
    [InlineData("{\"a\":-0.0e-10}")]
    public void One_object_is_sound(string json) => Assert.Equal(JsonSoundness.Sound, Judge(json));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} ")]
    [InlineData("{}\0")]
    [InlineData("{}//")]
    [InlineData("/**/{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":[1,]}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":.5}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":Infinity}")]
    [InlineData("{\"a\":'b'}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("{\"a\":\"\\x41\"}")]
    [InlineData("{\"a\":\"\\ud842\"}")]
    [InlineData("{\"a\":\"\\udfb7\\ud842\"}")]
    [InlineData("{\"\\ud842\":1}")]
    [InlineData("{\"a\":1,\"a\":1}")]
    [InlineData("{\"a\":1,\"\\u0061\":1}")]
    [InlineData("{\"x\":[{\"y\":{\"a\":1,\"b\":2,\"a\":3}}]}")]
    public void Anything_else_is_malformed(string json) => Assert.Equal(JsonSoundness.Malformed, Judge(json));

    [Fact]
    public void Depth_is_counted_in_objects_and_arrays_alike()
    {
        Assert.Equal(JsonSoundness.Sound, Judge("{\"a\":[{\"b\":[]}]}", 4));
        Assert.Equal(JsonSoundness.TooDeep, Judge("{\"a\":[{\"b\":[]}]}", 3));
        Assert.Equal(JsonSoundness.TooDeep, Judge("{\"a\":" + new string('[', 100_000)));
        Assert.Equal(JsonSoundness.TooDeep, Judge("{\"a\":1,\"a\":[[[]]]}", 3));
        Assert.Equal(JsonSoundness.Malformed, Judge("{\"a\":1,\"a\":[[]]}", 3));
    }

    [Fact]
    public void What_the_platform_writes_is_sound() => Gen.Dictionary(Gen.String[0, 8], Gen.String[0, 8])[0, 6].Sample(members =>
        members.Any(m => HasLoneSurrogate(m.Key) || HasLoneSurrogate(m.Value)) || StrictJson.Judge(JsonSerializer.SerializeToUtf8Bytes(members)) == JsonSoundness.Sound);

    [Fact]
    public void Bytes_of_any_kind_are_judged_without_an_exception() => Gen.Byte.Array[0, 40].Sample(bytes =>
        StrictJson.Judge([.. "{\"a\":\""u8, .. bytes, .. "\"}"u8]) is JsonSoundness.Sound or JsonSoundness.Malformed, iter: 5000);

    private static JsonSoundness Judge(string json, int maxDepth = StrictJson.MaxDepth) => StrictJson.Judge(Encoding.UTF8.GetBytes(json), maxDepth);

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(r => r == Rune.ReplacementChar);
}
