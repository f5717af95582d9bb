namespace Orleans.Runtime;

/// <summary>Who this process is.</summary>
public interface ILocalSiloDetails
{
    string Name { get; }

    string ClusterId { get; }
}
