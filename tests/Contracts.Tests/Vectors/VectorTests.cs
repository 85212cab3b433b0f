using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Vectors;

public sealed class VectorTests
{
    public static TheoryData<string> Files() => new(VectorFiles.All());

    [Theory]
    [MemberData(nameof(Files))]
    public void A_vector_comes_out_as_its_file_says(string file)
    {
        var vector = Vector.Parse(VectorFiles.Read(file));
        var verification = PassVerifier.Verify(Encoding.UTF8.GetBytes(vector.Token), VectorPlace.Terms(vector));
        Assert.Equal(vector.Expected.Rejection, verification.Rejection.Code());
        Assert.Equal(vector.Expected.Checked, verification.Checked.Names());
        Assert.Equal(file.StartsWith("valid/", StringComparison.Ordinal), verification.IsSound);
        if (!verification.IsSound) return;
        var statement = verification.Statement!;
        Assert.Equal(
            (vector.Expected.Status, vector.Expected.NativeSystem, vector.Expected.NativeCode, vector.Expected.Name, vector.Expected.Document),
            (statement.Status.Code(), statement.NativeSystem, statement.NativeCode, statement.Person.Name.ToString(), statement.Person.DocumentNumber));
    }

    [Fact]
    public void There_are_vectors_of_every_rejection()
    {
        var told = VectorFiles.All().Where(f => f.StartsWith("invalid/", StringComparison.Ordinal)).Select(f => Vector.Parse(VectorFiles.Read(f)).Expected.Rejection).ToArray();
        Assert.True(told.Length >= 40);
        Assert.Equal(Enum.GetValues<PassRejection>().Where(r => r != PassRejection.None).Select(r => r.Code()).Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>With HEALTHBAO_WRITE_VECTORS set, the files are written anew; without it, they are what the generator makes, byte for byte.</summary>
    [Fact]
    public void The_files_are_what_the_generator_makes()
    {
        var made = ValidVectors.All().Select(v => ($"valid/{v.Name}.json", v.ToVector().ToJson()))
            .Concat(InvalidVectors.All().Select(v => ($"invalid/{v.Name}.json", v.ToVector().ToJson()))).ToArray();
        if (Environment.GetEnvironmentVariable("HEALTHBAO_WRITE_VECTORS") is not null)
            foreach (var (name, json) in made)
                VectorFiles.Write(name, json);

        Assert.Equal(made.Select(m => m.Item1).Order(StringComparer.Ordinal), VectorFiles.All());
        Assert.All(made, m => Assert.Equal(m.Item2, VectorFiles.Read(m.Item1)));
    }
}
